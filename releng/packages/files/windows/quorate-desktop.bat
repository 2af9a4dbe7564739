@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts the Quorate desktop. Arguments: scenario files to open.
call "%~dp0desktop\quorate-desktop.bat" %*
exit /b %errorlevel%

@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Quorate on the terminal, with any Java 17 or later (JAVA_HOME wins over PATH). quorate desktop FILE... opens the desktop.
setlocal
if /i "%~1"=="desktop" if not "%~2"=="--help" if not "%~2"=="-h" goto desktop
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo quorate: no Java found; install Java 17 or later or set JAVA_HOME 1>&2
    exit /b 1
)
"%java%" -Xlog:disable -Xlog:all=error:stderr -XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=80 -XX:+UseSerialGC -jar "%~dp0lib\quorate.jar" %*
exit /b %errorlevel%

:desktop
set "files="
:next
rem /1: %0 stays what it is, and with it the folder of this file.
shift /1
if "%~1"=="" goto open
set files=%files% "%~f1"
goto next
:open
call "%~dp0quorate-desktop.bat" %files%
exit /b %errorlevel%

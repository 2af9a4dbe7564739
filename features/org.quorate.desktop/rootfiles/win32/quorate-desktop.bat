@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts the Quorate desktop with any Java 17 or later (JAVA_HOME wins over PATH). Arguments: scenario files to open.
setlocal
set "java=javaw"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\javaw"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo quorate-desktop: no Java found; install Java 17 or later or set JAVA_HOME 1>&2
    pause
    exit /b 1
)
set "state=%LOCALAPPDATA%\Quorate"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%j"
start "Quorate" "%java%" -Xms64m -Xmx1g -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=80 -Djava.awt.headless=true -Dosgi.requiredJavaVersion=17 "-Dorg.quorate.state=%state%" "-Dosgi.sharedConfiguration.area=file:%~dp0configuration" -jar "%launcher%" -configuration "%state%\configuration" -data @noDefault %*

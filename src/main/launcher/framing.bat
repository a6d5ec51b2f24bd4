@echo off
rem Starts framing: finds Java, chooses memory, passes everything on. FRAMING_JAVA_OPTIONS adds options of your own.
rem It follows the launcher for Unix and has not been run on Windows.
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
where java >nul 2>nul
if errorlevel 1 if "%JAVA%"=="java" (
  echo framing: Java was not found.>&2
  echo   Install Java 17 or newer, or set JAVA_HOME to its folder.>&2
  exit /b 2
)
rem Training holds the vectors of all sentences; scoring holds a few batches.
set "MEMORY=-Xms512m -Xmn96m -Xmx1g"
if "%~1"=="train" set "MEMORY=-XX:MaxRAMPercentage=60"
if "%~1"=="evaluate" set "MEMORY=-XX:MaxRAMPercentage=60"
if "%~1"=="audit" set "MEMORY=-XX:MaxRAMPercentage=60"
rem ND4J's operations here are small: waiting threads would cost more than they help.
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
rem For score --engine spark: Spark is not shipped with framing.
set "SPARK="
set "BEHIND="
if defined SPARK_HOME set "SPARK=--add-exports=java.base/sun.nio.ch=ALL-UNNAMED"
if defined SPARK_HOME set "BEHIND=;%SPARK_HOME%\jars\*"
"%JAVA%" %MEMORY% -XX:+UseSerialGC -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dfile.encoding=UTF-8 %FRAMING_JAVA_OPTIONS% %SPARK% -cp "%HOME_FOLDER%\lib\*%BEHIND%" framing.cli.Main %*
exit /b %ERRORLEVEL%

@echo off
rem Starts framing: finds Java, chooses memory, passes everything on. FRAMING_JAVA_OPTIONS adds options of your own.
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MEMORY=-Xms512m -Xmn96m -Xmx1g"
if "%~1"=="train" set "MEMORY=-XX:MaxRAMPercentage=60"
if "%~1"=="evaluate" set "MEMORY=-XX:MaxRAMPercentage=60"
if "%~1"=="audit" set "MEMORY=-XX:MaxRAMPercentage=60"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
"%JAVA%" %MEMORY% -XX:+UseSerialGC -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dfile.encoding=UTF-8 %FRAMING_JAVA_OPTIONS% -cp "%HOME_FOLDER%\lib\*" framing.cli.Main %*
exit /b %ERRORLEVEL%

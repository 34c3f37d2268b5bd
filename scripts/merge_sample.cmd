@echo off
rem Double-click: runs merge_sample.py with the Python that is installed, and keeps this window open.
setlocal
set "PYTHON=python"
where py >nul 2>nul && set "PYTHON=py -3"
%PYTHON% "%~dp0merge_sample.py" %*
set "STATUS=%ERRORLEVEL%"
if "%STATUS%"=="9009" echo Python was not found. Install Python 3.11 or newer from https://www.python.org/downloads/ and try again.
echo.
pause
exit /b %STATUS%

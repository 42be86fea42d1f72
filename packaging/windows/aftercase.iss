; Inno Setup 6: makes dist\aftercase-setup.exe out of dist\aftercase. NOT TRIED: written from Inno Setup's manual.
; On Windows: uv run python packaging\build.py, then: iscc packaging\windows\aftercase.iss
; Installs for this user alone and needs no administrator. The shop's data lies elsewhere and is never removed.

#define Version "0.1.0"

[Setup]
AppId={{6D0B6A2E-5F0B-4C57-9E5E-3E6A0C1B7A41}
AppName=Aftercase
AppVersion={#Version}
DefaultDirName={autopf}\Aftercase
DefaultGroupName=Aftercase
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=aftercase-setup
LicenseFile=LICENSE
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
UninstallDisplayIcon={app}\aftercase.exe
CloseApplications=yes

[Files]
Source: "dist\aftercase\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; Of an older version nothing may be left that the new one would load.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Aftercase"; Filename: "{app}\aftercase.exe"
Name: "{autodesktop}\Aftercase"; Filename: "{app}\aftercase.exe"; Tasks: desktopicon

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Run]
Filename: "{app}\aftercase.exe"; Description: "{cm:LaunchProgram,Aftercase}"; Flags: nowait postinstall skipifsilent

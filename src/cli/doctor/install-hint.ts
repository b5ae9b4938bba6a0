/** The command that installs a program with the package manager of this system. */
export function installCommand(debianPackage: string): string {
  if (process.platform === 'darwin') return `brew install ${debianPackage}`;
  if (process.platform === 'win32') return `winget install ${debianPackage}`;
  const asRoot = process.getuid?.() === 0 ? '' : 'sudo ';
  return `${asRoot}apt-get install ${debianPackage}`;
}

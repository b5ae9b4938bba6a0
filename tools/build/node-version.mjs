/**
 * Says that a version of Node is too old, or returns null. npm only warns of it, among warnings that mean nothing.
 *
 * @param {string} version such as `20.20.2`
 * @param {string} engines the requirement of `package.json`, such as `>=20.20`
 */
export function describeOldNode(version, engines) {
  const oldest = engines.replace('>=', '').split('.').map(Number);
  const numbers = version.split('.').map(Number);
  const at = oldest.findIndex((number, index) => number !== numbers[index]);
  if (at === -1 || numbers[at] > oldest[at]) return null;
  return `VideoCraft needs Node ${oldest.join('.')} or newer. This is Node ${version}.`;
}

/**
 * Says that a version of Node is too old, or returns null. npm only warns of it, among warnings that mean nothing.
 *
 * @param {string} version such as `20.20.2`
 * @param {string} engines the requirement of `package.json`, such as `>=20.20`
 */
export function describeOldNode(version, engines) {
  const oldest = engines.replace('>=', '');
  if (version.localeCompare(oldest, 'en', { numeric: true }) >= 0) return null;
  return `VideoCraft needs Node ${oldest} or newer. This is Node ${version}.`;
}

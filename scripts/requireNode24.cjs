// Preloaded by every npm script with `node --require`. It is plain CommonJS so that an old Node can read it too.
// Node 20 crashes on the SQLite binding and cannot run TypeScript, so it is told to stop in a sentence instead.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Allot needs Node 24 and was started with Node ${process.versions.node}. ` +
      'Run `npm ci` once: it brings Node 24 along for the npm scripts of this folder. ' +
      'If that was done, this kind of computer has no such package; install Node 24 or later and try again.\n',
  );
  process.exit(1);
}

// How @changesets/cli writes a change into a CHANGELOG: its text alone. That the packages inside of a published one have a new
// version as well tells its users nothing.
module.exports = {
  getReleaseLine: ({ summary }) => Promise.resolve(`- ${summary.trim().replaceAll('\n', '\n  ')}`),
  getDependencyReleaseLine: () => Promise.resolve(''),
};

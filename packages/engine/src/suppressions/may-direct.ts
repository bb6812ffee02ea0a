/** What stands in every comment and annotation that can suppress a finding, podlint's own and those of other tools. */
const marks = ['podlint', 'kube-linter.io/', 'kube-score/ignore', 'polaris.fairwinds.com/', 'checkov.io/skip'];

/** Asked of a file for each of its objects whose details somebody wants. */
let last = { text: '', answer: false };

/** Whether a text may suppress findings. */
export function mayDirect(text: string): boolean {
  if (text !== last.text) last = { text, answer: marks.some((mark) => text.includes(mark)) };
  return last.answer;
}

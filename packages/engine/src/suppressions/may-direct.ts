import { rememberingLast } from '../documents/remembering-last.js';

/** What stands in every comment and annotation that can suppress a finding, podlint's own and those of other tools. */
const marks = ['podlint', 'kube-linter.io/', 'kube-score/ignore', 'polaris.fairwinds.com/', 'checkov.io/skip'];

/** Whether a text may suppress findings. */
export const mayDirect = rememberingLast((text: string) => marks.some((mark) => text.includes(mark)));

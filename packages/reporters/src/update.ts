import type { UpdateReport } from '@podlint/engine';
import type { ReporterOptions } from './reporter.js';
import { visible, visibleDeep, visibleDiagnostic } from './sanitize.js';
import { findingsAtOnePlace } from './text/finding.js';
import { groupsByPlace } from './text/groups.js';
import { joinBlocks, SourceLines, readableWidth } from './text/layout.js';
import { createTheme } from './text/theme.js';

/** What was compared, and with which version. */
export interface UpdateSubject {
  readonly oldPath: string;
  readonly newPath: string;
  readonly kubernetesVersion: string;
}

const verdicts = {
  accept: 'would take',
  reject: 'would refuse',
  undecodable: 'could not read',
  unserved: 'does not serve',
} as const;

/** For people: what stands in the way of an update, and the verdict. */
export function updateText(
  { verdict, documents, diagnostics }: UpdateReport,
  { oldPath, newPath, kubernetesVersion }: UpdateSubject,
  options: ReporterOptions,
): string {
  const theme = createTheme(options.colors);
  const lines = new SourceLines(options.sourceOf(newPath));
  const context = {
    versions: [kubernetesVersion],
    file: { path: visible(newPath), documents: visibleDeep(documents) },
    lines,
    theme,
    width: readableWidth(options.width),
    around: options.context ?? 0,
    explains: () => true,
  };
  const sentence = `Kubernetes ${kubernetesVersion} ${verdicts[verdict]} ${visible(newPath)} as an update of ${visible(oldPath)}.`;
  return joinBlocks([
    ...groupsByPlace(diagnostics.map(visibleDiagnostic)).map((group) => findingsAtOnePlace(group, context)),
    [verdict === 'accept' ? theme.good(sentence) : theme.severity.error(sentence)],
  ]);
}

import { isTemplateReason, type Report } from '@podlint/engine';

/**
 * One line about the files that some program makes manifests from, and what to do with them; undefined for a run
 * without any.
 */
export function templateNotice({ files }: Report): string | undefined {
  const templates = files.filter(({ documents }) => documents.some(({ skipped }) => isTemplateReason(skipped)));
  if (templates.length === 0) return undefined;
  const count =
    templates.length === 1 ? '1 file is a template and was' : `${templates.length} files are templates and were`;
  return `${count} not checked: render first and check what comes out, such as helm template CHART | podlint -`;
}

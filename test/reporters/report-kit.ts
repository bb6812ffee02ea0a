import { createLinter, type LinterOptions, type Report } from 'podlint';
import type { ReporterOptions } from '@podlint/reporters';

/** What a run over some texts, by their paths, finds. */
export function reportOn(texts: Readonly<Record<string, string>>, options: LinterOptions = {}): Report {
  return createLinter(options).lint(
    Object.entries(texts).map(([path, text]) => (text === '' ? { path, skipped: 'empty file' } : { path, text })),
  );
}

export function reporterOptions(more: Partial<ReporterOptions> = {}): ReporterOptions {
  return { sourceOf: () => undefined, colors: 'never', detail: 'normal', ...more };
}

/** A Pod without a finding but those that its image, and what it has more, give reason for. */
export function pod(name: string, spec: string, image = 'registry.example/app:1.2'): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: ${JSON.stringify(name)}}\nspec:\n  containers:\n    - name: app\n      image: ${image}\n${spec}`;
}

/**
 * Texts that are hard on formats: control characters, marks of direction, halves of pairs, what formats have a meaning
 * for.
 */
export const nastyTexts = [
  'a\u0000b\u0007',
  '\u202egnp.exe',
  ']]>&<"\'',
  '::error ::x',
  '##[error]x',
  '100%\r\nx',
  '\ud800',
  'a|b`c`*d*',
  '\ufffe',
  '\u{1f600}',
];

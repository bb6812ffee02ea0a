import type { Connection, Diagnostic } from 'vscode-languageserver';
import { uriOf } from '../service/uris.js';
import type { ConfigProblems } from './platform.js';

/** Shows mistakes in config files where they are; what no file can be blamed for goes to the log. */
export class ConfigReports {
  private shown = new Set<string>();

  constructor(private readonly connection: Connection) {}

  show(problems: readonly ConfigProblems[]): void {
    const byFile = new Map<string, Diagnostic[]>();
    for (const { problems: places, text } of problems) {
      if (places.length === 0) this.connection.console.warn(text);
      for (const { path, line, column, message } of places) {
        const start = { line: line - 1, character: column - 1 };
        const found: Diagnostic = {
          range: { start, end: start },
          severity: 1,
          source: 'podlint',
          code: 'config',
          message,
        };
        byFile.set(uriOf(path), [...(byFile.get(uriOf(path)) ?? []), found]);
      }
    }
    for (const uri of this.shown) if (!byFile.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, diagnostics] of byFile) void this.connection.sendDiagnostics({ uri, diagnostics });
    this.shown = new Set(byFile.keys());
  }
}

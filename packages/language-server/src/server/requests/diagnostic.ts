import type {
  Diagnostic,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  PreviousResultId,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { nextTurn, type LanguageService } from '../../service/index.js';
import type { RequestModule } from '../request-module.js';
import type { Told } from '../told.js';

/** What a client that asks is told: of a document, and of all files of the workspace. */
export const diagnostic: RequestModule = {
  capabilities: (context) =>
    context.isAsked()
      ? { diagnosticProvider: { identifier: 'podlint', interFileDependencies: true, workspaceDiagnostics: true } }
      : {},
  register: (connection, context) => {
    const results = new Results();
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) =>
      results.report(uri, (await context.told()).ofDocument(uri), previousResultId),
    );
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
      const [told, service] = await Promise.all([context.told(), context.service()]);
      return { items: await ofWorkspace({ told, service, results, previousResultIds }, token) };
    });
  },
};

interface Workspace {
  readonly told: Told;
  readonly service: LanguageService;
  readonly results: Results;
  readonly previousResultIds: readonly PreviousResultId[];
}

/** In small parts, so that no other answer has to wait. */
async function ofWorkspace(
  { told, service, results, previousResultIds }: Workspace,
  token: { readonly isCancellationRequested: boolean },
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  for (const uri of new Set([...[...service.files()].map((file) => file.uri), ...previous.keys()])) {
    await nextTurn();
    if (token.isCancellationRequested) break;
    const document = service.document(uri);
    const found = document ? told.ofDocument(uri) : told.ofFile(uri);
    if (found.length > 0 || previous.has(uri))
      reports.push({ ...results.report(uri, found, previous.get(uri)), uri, version: document?.version ?? null });
  }
  return reports;
}

/** Which answer the client had last: the same diagnostics are not sent again. */
class Results {
  private readonly last = new Map<string, { readonly resultId: string; readonly text: string }>();
  private count = 0;

  report(uri: string, items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
    const text = JSON.stringify(items);
    const last = this.last.get(uri);
    if (last?.text === text && last.resultId === previous) return { kind: 'unchanged', resultId: previous };
    const resultId = String(++this.count);
    this.last.set(uri, { resultId, text });
    return { kind: 'full', resultId, items } satisfies FullDocumentDiagnosticReport;
  }
}

import type { DocumentHighlightParams, WorkspaceSymbolParams } from 'vscode-languageserver';
import { answer } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const documentHighlight: RequestModule = {
  capabilities: { documentHighlightProvider: true },
  register: (connection, context) => {
    connection.onDocumentHighlight(
      answer(context, async () => {
        const { highlights } = await import('../../features/navigation/highlight.js');
        return (file, { position }: DocumentHighlightParams) => highlights(file, file.text.offsetAt(position));
      }),
    );
  },
};

export const workspaceSymbol: RequestModule = {
  capabilities: { workspaceSymbolProvider: true },
  register: (connection, context) => {
    connection.onWorkspaceSymbol(async ({ query }: WorkspaceSymbolParams) => {
      const [service, { workspaceSymbols }] = await Promise.all([
        context.service(),
        import('../../features/symbols/workspace-symbols.js'),
      ]);
      await service.prepared();
      return workspaceSymbols(query, service);
    });
  },
};

import { answer } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const inlayHint: RequestModule = {
  capabilities: { inlayHintProvider: true },
  register: (connection, context) => {
    connection.languages.inlayHint.on(
      answer(context, async () => {
        const { inlayHints } = await import('../../features/inlay-hints/hints.js');
        return async (file, { range }) =>
          inlayHints(
            file,
            { start: file.text.offsetAt(range.start), end: file.text.offsetAt(range.end) },
            (await context.settings(file.uri)).inlayHints,
          );
      }),
    );
  },
};

export const codeLens: RequestModule = {
  capabilities: { codeLensProvider: {} },
  register: (connection, context) => {
    connection.onCodeLens(
      answer(context, async () => {
        const { codeLenses } = await import('../../features/lens/lens.js');
        return (file) => codeLenses(file, context.commands() === 'nobody' ? 'for nobody' : 'to show');
      }),
    );
  },
};

export const documentLink: RequestModule = {
  capabilities: { documentLinkProvider: {} },
  register: (connection, context) => {
    connection.onDocumentLinks(
      answer(context, async () => {
        const { documentLinks } = await import('../../features/links/links.js');
        return (file) => documentLinks(file);
      }),
    );
  },
};

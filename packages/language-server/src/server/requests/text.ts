import type { RequestModule } from '../request-module.js';

/**
 * `podlint/text`: the text that the server has of an open document, for who has to find out whether it is the client's.
 */
export const text: RequestModule = {
  capabilities: {},
  register: (connection, context) => {
    connection.onRequest(
      'podlint/text',
      async ({ textDocument }: { readonly textDocument: { readonly uri: string } }) =>
        (await context.service()).document(textDocument.uri)?.getText() ?? null,
    );
  },
};

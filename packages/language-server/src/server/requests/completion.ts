import { answerAnyFile } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const completion: RequestModule = {
  capabilities: {
    completionProvider: { triggerCharacters: [' ', ':', '-', '"', '{', '[', ','], resolveProvider: true },
  },
  register: (connection, context) => {
    connection.onCompletion(
      answerAnyFile(context, async () => {
        const { complete } = await import('../../features/completion/complete.js');
        const texts = context.client().textDocument?.completion?.completionItem?.snippetSupport ? 'snippets' : 'plain';
        return (file, { position }, workspace) => complete(file, file.text.offsetAt(position), workspace, { texts });
      }),
    );
    connection.onCompletionResolve(async (item) =>
      (await import('../../features/completion/resolve.js')).resolveCompletion(item),
    );
  },
};

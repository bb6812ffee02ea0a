import type { DocumentLinkParams } from 'vscode-languageserver';
import { answer, answerFromAll, answerKustomization, answerKustomizationToo } from '../context.js';
import { hintAmounts } from '../../features/inlay-hints/kinds.js';
import type { RequestModule } from '../request-module.js';

export const inlayHint: RequestModule = {
  capabilities: { inlayHintProvider: true },
  register: (connection, context) => {
    connection.languages.inlayHint.on(
      answer(context, async () => {
        const { calmHints } = await import('../../features/calm.js');
        const lenses = context.commands() === 'nobody' ? 'not shown' : 'shown';
        return async (file, { range }, service) => {
          const { inlayHints } = await context.settings(file.uri);
          return calmHints(file, service, range, { kinds: hintAmounts[inlayHints], lenses });
        };
      }),
    );
  },
};

/** A client with commands of its own can compare; others show what the server makes. */
const lensCommandsOf = { client: 'to compare', server: 'to show', nobody: 'for nobody' } as const;

export const codeLens: RequestModule = {
  capabilities: { codeLensProvider: {} },
  register: (connection, context) => {
    connection.onCodeLens(
      answerKustomizationToo(context, async () => {
        const [{ calmLenses }, { buildLenses, tooLargeLenses }] = await Promise.all([
          import('../../features/calm.js'),
          import('../../features/lens/build-lens.js'),
        ]);
        return (file, _params, service) => {
          const commands = lensCommandsOf[context.commands()];
          const seen = service.earlier(file.uri)?.view ?? file;
          const above = service.isTooLarge(file.uri) ? tooLargeLenses() : buildLenses(seen, commands);
          return [...above, ...calmLenses(file, service, commands)];
        };
      }),
    );
  },
};

export const documentLink: RequestModule = {
  capabilities: { documentLinkProvider: {} },
  register: (connection, context) => {
    const inManifest = answerFromAll(context, async () => {
      const { documentLinks } = await import('../../features/links/links.js');
      return (file, _params: DocumentLinkParams, workspace) => documentLinks(file, workspace);
    });
    connection.onDocumentLinks(
      answerKustomization(
        context,
        async () => {
          const { pathLinks } = await import('../../features/kustomization/navigation.js');
          return (file, _params, around) => pathLinks(file, around);
        },
        inManifest,
      ),
    );
  },
};

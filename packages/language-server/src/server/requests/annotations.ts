import type { DocumentLinkParams } from 'vscode-languageserver';
import { answer, answerFromAll, answerKustomization, answerKustomizationToo } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const inlayHint: RequestModule = {
  capabilities: { inlayHintProvider: true },
  register: (connection, context) => {
    connection.languages.inlayHint.on(
      answer(context, async () => {
        const { calmHints } = await import('../../features/calm.js');
        return async (file, { range }, service) =>
          calmHints(file, service, range, (await context.settings(file.uri)).inlayHints);
      }),
    );
  },
};

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
          const commands = context.commands() === 'nobody' ? 'for nobody' : 'to show';
          const above = service.isTooLarge(file.uri) ? tooLargeLenses() : buildLenses(file, commands);
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

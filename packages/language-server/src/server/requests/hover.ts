import type { HoverParams } from 'vscode-languageserver';
import { answer, answerKustomization } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const hover: RequestModule = {
  capabilities: { hoverProvider: true },
  register: (connection, context) => {
    const inManifest = answer(context, async () => {
      const feature = await import('../../features/hover/hover.js');
      return (file, { position }: HoverParams, workspace) =>
        feature.hover(file, file.text.offsetAt(position), workspace);
    });
    connection.onHover(
      answerKustomization(
        context,
        async () => {
          const { hoverKustomization } = await import('../../features/kustomization/hover.js');
          return (file, { position }, around) => hoverKustomization(file, file.text.offsetAt(position), around);
        },
        inManifest,
      ),
    );
  },
};

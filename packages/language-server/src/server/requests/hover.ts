import type { HoverParams } from 'vscode-languageserver';
import { answerAnyFile, answerKustomization } from '../context.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import type { RequestModule } from '../request-module.js';

export const hover: RequestModule = {
  capabilities: { hoverProvider: true },
  register: (connection, context) => {
    const inManifest = answerAnyFile(context, async () => {
      const [feature, { mayHoldExpressions }] = await Promise.all([
        import('../../features/hover/hover.js'),
        import('../../features/expressions/may-hold.js'),
      ]);
      return async (file, { position }: HoverParams, workspace) => {
        const offset = file.text.offsetAt(position);
        const ofName = mayHoldExpressions(file) ? await hoverExpression(file, offset, workspace) : undefined;
        return ofName ?? (workspace.file(file.uri) ? feature.hover(file, offset, workspace) : undefined);
      };
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

async function hoverExpression(file: FileView, offset: number, workspace: WorkspaceView) {
  const feature = await import('../../features/expressions/hover.js');
  return feature.hoverExpression(file, offset, workspace);
}

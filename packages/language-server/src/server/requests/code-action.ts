import { answer } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const codeAction: RequestModule = {
  capabilities: {
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.podlint'], resolveProvider: true },
  },
  register: (connection, context) => {
    connection.onCodeAction(
      answer(context, async () => {
        const { codeActions } = await import('../../service/code-actions/code-actions.js');
        const resolution = context.client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit')
          ? 'late'
          : 'at-once';
        return (file, { range, context: { only } }) => codeActions(file, range, { only, resolution });
      }),
    );
    connection.onCodeActionResolve(async (action) => {
      const { resolvedFixAll } = await import('../../service/code-actions/fix-all.js');
      const file = (await context.service()).file((action.data as { readonly uri: string }).uri);
      return file ? { ...resolvedFixAll(file), data: action.data as unknown } : action;
    });
  },
};

import { answer } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const hover: RequestModule = {
  capabilities: { hoverProvider: true },
  register: (connection, context) => {
    connection.onHover(
      answer(context, async () => {
        const feature = await import('../../features/hover/hover.js');
        return (file, { position }, workspace) => feature.hover(file, file.text.offsetAt(position), workspace);
      }),
    );
  },
};

import { answer } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const documentSymbol: RequestModule = {
  capabilities: { documentSymbolProvider: true },
  register: (connection, context) => {
    connection.onDocumentSymbol(
      answer(context, async () => {
        const { documentSymbols } = await import('../../features/symbols/symbols.js');
        return (file) => documentSymbols(file);
      }),
    );
  },
};

export const foldingRange: RequestModule = {
  capabilities: { foldingRangeProvider: true },
  register: (connection, context) => {
    connection.onFoldingRanges(
      answer(context, async () => {
        const { foldingRanges } = await import('../../features/folding/folding.js');
        return (file) => foldingRanges(file);
      }),
    );
  },
};

export const selectionRange: RequestModule = {
  capabilities: { selectionRangeProvider: true },
  register: (connection, context) => {
    connection.onSelectionRanges(
      answer(context, async () => {
        const feature = await import('../../features/selection/selection.js');
        return (file, { positions }) =>
          positions.map((position) => feature.selectionRange(file, file.text.offsetAt(position)));
      }),
    );
  },
};

import type { DocumentSymbolParams, FoldingRangeParams, SelectionRangeParams } from 'vscode-languageserver';
import { answer, answerKustomization } from '../context.js';
import type { FileView } from '../../service/file-view.js';
import type { RequestModule } from '../request-module.js';

export const documentSymbol: RequestModule = {
  capabilities: { documentSymbolProvider: true },
  register: (connection, context) => {
    const inManifest = answer(context, async () => {
      const { documentSymbols } = await import('../../features/symbols/symbols.js');
      return (file, _params: DocumentSymbolParams) => documentSymbols(file);
    });
    connection.onDocumentSymbol(
      answerKustomization(
        context,
        async () => {
          const { kustomizationSymbols } = await import('../../features/kustomization/symbols.js');
          return kustomizationSymbols;
        },
        inManifest,
      ),
    );
  },
};

export const foldingRange: RequestModule = {
  capabilities: { foldingRangeProvider: true },
  register: (connection, context) => {
    const load = async () => {
      const { foldingRanges } = await import('../../features/folding/folding.js');
      return (file: FileView, _params: FoldingRangeParams) => foldingRanges(file);
    };
    connection.onFoldingRanges(answerKustomization(context, load, answer(context, load)));
  },
};

export const selectionRange: RequestModule = {
  capabilities: { selectionRangeProvider: true },
  register: (connection, context) => {
    const load = async () => {
      const feature = await import('../../features/selection/selection.js');
      return (file: FileView, { positions }: SelectionRangeParams) =>
        positions.map((position) => feature.selectionRange(file, file.text.offsetAt(position)));
    };
    connection.onSelectionRanges(answerKustomization(context, load, answer(context, load)));
  },
};

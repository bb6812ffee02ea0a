import { apiOfKustomization, isKustomizationName, kustomizeApi } from '@podlint/engine';
import type { FileView } from '../../service/file-view.js';

/** Whether a file is a kustomization, by its name and by what it says of itself. */
export function isKustomization({ path, text }: FileView): boolean {
  if (!isKustomizationName(path)) return false;
  const api = apiOfKustomization(text.getText());
  // What is being written may be the beginning of kustomize's own.
  return api !== undefined && (api.startsWith(kustomizeApi) || kustomizeApi.startsWith(api));
}

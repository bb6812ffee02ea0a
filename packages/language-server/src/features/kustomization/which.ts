import { isKustomizationName } from '@podlint/engine';
import type { FileView } from '../../service/file-view.js';

const ownApi = 'kustomize.config.k8s.io/';

/**
 * Whether a file is a kustomization, by its name and by what it says of itself: Flux has a kind of that name, and what is
 * a template is none before it was rendered. As engine/builds decides it.
 */
export function isKustomization({ path, text }: FileView): boolean {
  if (!isKustomizationName(path)) return false;
  const content = text.getText();
  const apiVersion = /^["']?apiVersion["']?:[ \t]*["']?([^\s"'#]+)/im.exec(content)?.[1];
  // What is being written may be the beginning of kustomize's own.
  const isOwn = apiVersion === undefined || apiVersion.startsWith(ownApi) || ownApi.startsWith(apiVersion);
  return isOwn && !/\{\{|\{%/.test(content);
}

import type { KustomizationEdit } from '../edit/kustomization-edit.js';
import type { Loader } from '../files/loader.js';
import type { ResourceMap } from '../resource/resource-map.js';
import type { BuildContext } from './build-context.js';
import { finishBuild } from './finish.js';
import { Target } from './target.js';

/** All that a kustomization makes, from its files to the end of the build. Throws where it cannot be built. */
export function buildRoot(
  context: BuildContext,
  loader: Loader,
  edit?: KustomizationEdit,
): { readonly map: ResourceMap; readonly unusedVars: readonly string[] } {
  const target = rootTarget(context, loader, edit);
  target.useOpenApi();
  const gathered = target.accumulate();
  const { unusedVars } = finishBuild(target, gathered);
  return { map: gathered.map, unusedVars };
}

/** Origins are recorded where the root asks for any metadata, whatever it asks for. */
function rootTarget(context: BuildContext, loader: Loader, edit: KustomizationEdit | undefined): Target {
  const target = new Target(context, loader, undefined, edit);
  return target.file.fields.buildMetadata?.length ? new Target(context, loader, '', edit) : target;
}

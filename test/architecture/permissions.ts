import type { Permission, Row } from './tables.js';

/** An import, with the module under the name that a table has for it. */
export interface Use {
  readonly file: string;
  readonly module: string;
}

/** What files of a row's folder import without a permission. */
export function forbidden(row: Row, uses: readonly Use[]): string[] {
  if (row.mayImport === 'every package') return [];
  const { folder, mayImport } = row;
  return uses
    .filter((use) => isInside(use.file, folder) && !mayImport.some((permission) => allows(folder, permission, use)))
    .map(({ file, module }) => `${file} imports ${module}`);
}

/** What a row allows and no file of its folder needs. */
export function unneeded({ folder, mayImport }: Row, uses: readonly Use[]): string[] {
  if (mayImport === 'every package') return [];
  return mayImport
    .filter((permission) => !uses.some((use) => isInside(use.file, folder) && allows(folder, permission, use)))
    .map(({ module, place = folder }) => `nothing in ${place} imports ${module}`);
}

/** What a row allows although its own row is not above: only where all arrows point up can there be no circle. */
export function pointingDown(rows: readonly Row[], everywhere: readonly string[] = []): string[] {
  const above = new Set(everywhere);
  return rows.flatMap(({ folder, mayImport }) => {
    const modules = mayImport === 'every package' ? [] : mayImport.map(({ module }) => module.split('/')[0]!);
    const strays = modules.filter((module) => !above.has(module)).map((module) => `${folder} may import ${module}`);
    above.add(folder.split('/').at(-1)!);
    return strays;
  });
}

function allows(folder: string, { module, place }: Permission, use: Use): boolean {
  const isIt = use.module === module || use.module.startsWith(`${module}/`);
  return isIt && (place === undefined || isInside(use.file, `${folder}/${place}`));
}

export function isInside(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

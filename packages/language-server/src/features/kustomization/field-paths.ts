import type { JsonValue } from '@podlint/syntax';

/** More than that nobody reads through. */
const mostPaths = 500;

/** The paths of the values in an object as replacements name them: `spec.containers.[name=web].image`. */
export function fieldPathsIn(object: JsonValue | undefined): string[] {
  const paths: string[] = [];
  const visit = (value: JsonValue, path: string): void => {
    if (paths.length >= mostPaths) return;
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${path}.${itemPart(item, index)}`));
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value))
        visit(inner, path === '' ? keyPart(name) : `${path}.${keyPart(name)}`);
    else if (path !== '') paths.push(path);
  };
  if (object !== undefined) visit(object, '');
  return paths;
}

/** A dot within a name is told from those between names by brackets (kyaml/utils/pathsplitter.go, SmarterPathSplitter). */
function keyPart(name: string): string {
  return name.includes('.') ? `[${name}]` : name;
}

function itemPart(item: JsonValue, index: number): string {
  const name = typeof item === 'object' && item !== null && !Array.isArray(item) ? item['name'] : undefined;
  return typeof name === 'string' ? `[name=${name}]` : String(index);
}

const prefix = 'custom/';

export function idOfCustomRule({ name }: { readonly name: string }): string {
  return `${prefix}${name}`;
}

/** Whether an id is one that only a config can give a meaning to. */
export function isCustomId(id: string): boolean {
  return id.startsWith(prefix);
}

/** What is known of the variables that a text may name. */
export interface Variables {
  readonly values: ReadonlyMap<string, string>;
  /** `some`: others may have a value, too. */
  readonly extent: 'all' | 'some';
}

const reference = /\$\$\{|\$\{([^{}]*)\}/g;
const name = /^[A-Za-z_]\w*$/;
const withDefault = /^([A-Za-z_]\w*):?[=-]([^$]*)$/s;

/**
 * A text with its variables filled in as Flux does it (fluxcd/pkg, envsubst): `${NAME}`, `${NAME:=default}`, and `$${` for `${`. What
 * has no value is empty. Undefined: it names one of which nobody here knows the value, or changes it in a way that is not known here.
 */
export function filledIn(text: string, { values, extent }: Variables): string | undefined {
  // One inside of another is not followed.
  let isKnown = !text.replace(reference, '').includes('${');
  const filled = text.replace(reference, (_whole, inner: string | undefined) => {
    if (inner === undefined) return '${';
    const [, named = inner, otherwise] = withDefault.exec(inner) ?? [];
    const value = values.get(named);
    if (!name.test(named) || (value === undefined && extent === 'some')) isKnown = false;
    // A default counts for what is empty as well.
    return otherwise === undefined ? (value ?? '') : value || otherwise;
  });
  return isKnown ? filled : undefined;
}

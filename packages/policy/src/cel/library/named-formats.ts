import { declare, method, overload, type Library } from '../environment.js';
import { listOf, objectType, optionalOf, stringType } from '../types.js';
import { Opaque, Optional, type Value } from '../values/value.js';
import { formats, type NamedFormat } from './named-formats/formats.js';
import { typed } from './typed.js';

const formatType = objectType('kubernetes.NamedFormat');

class FormatValue extends Opaque {
  override readonly type = formatType;

  constructor(readonly format: NamedFormat) {
    super();
  }

  get patternSize(): number {
    return this.format.patternSize;
  }

  /** Go's struct has a function in it. */
  override get identity(): undefined {
    return undefined;
  }

  override equals(other: Value): boolean | undefined {
    return other instanceof FormatValue ? this.format === other.format : undefined;
  }

  override toString(): string {
    return this.format.name;
  }
}

function formatNamed(name: string): Optional {
  const format = formats.get(name);
  return format ? Optional.of(new FormatValue(format)) : Optional.none;
}

/** Nothing where the text is fine, else what is wrong with it. */
function validate({ format }: FormatValue, text: string): Optional {
  const complaints = format.validate(text);
  return complaints.length === 0 ? Optional.none : Optional.of(complaints);
}

/** apiserver/pkg/cel/library/format.go */
export const formatLibrary: Library = {
  functions: [
    declare(
      'validate',
      method('format-validate', [formatType, stringType], optionalOf(listOf(stringType)), typed(validate)),
    ),
    declare('format.named', overload('format-named', [stringType], optionalOf(formatType), typed(formatNamed))),
    ...[...formats].map(([name, format]) =>
      declare(
        `format.${name}`,
        overload(`format.${name}`, [], formatType, () => new FormatValue(format)),
      ),
    ),
  ],
};

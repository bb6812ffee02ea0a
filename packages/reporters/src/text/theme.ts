import type { Severity } from '@podlint/engine';
import picocolors from 'picocolors';

type Paint = (text: string) => string;

/** What things look like: the only place that knows colours. */
export interface Theme {
  readonly strong: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly place: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

export function createTheme(colors: 'always' | 'never'): Theme {
  const paint = picocolors.createColors(colors === 'always');
  return {
    strong: paint.bold,
    dim: paint.dim,
    good: paint.green,
    place: paint.cyan,
    severity: { error: bold(paint.red), warning: bold(paint.yellow), info: bold(paint.blue), hint: bold(paint.cyan) },
  };

  function bold(color: Paint): Paint {
    return (text) => paint.bold(color(text));
  }
}

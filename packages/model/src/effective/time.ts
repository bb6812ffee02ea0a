/**
 * A time as the server writes it: whole seconds, in UTC (metav1.Time, MarshalJSON). A text that is no time stays as it
 * is.
 */
export function canonicalTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : `${time.toISOString().slice(0, 19)}Z`;
}

/**
 * The same with microseconds (metav1.MicroTime, MarshalJSON), of which a Date holds the thousands only: the text has
 * six digits of a second.
 */
export function canonicalMicroTime(text: string): string {
  const time = new Date(text.replace(',', '.'));
  const fraction = /[.,](\d{6})/.exec(text)?.[1];
  return Number.isNaN(time.getTime()) || !fraction ? text : `${time.toISOString().slice(0, 19)}.${fraction}Z`;
}

/**
 * Asks again only if something else was asked in between: of the text of a file each of its documents may ask, and each
 * who looks at it. Arguments are the same as `===` has it.
 */
export function rememberingLast<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let last: { readonly asked: Asked; readonly answer: Answer } | undefined;
  return (...asked) => {
    const isSame = last?.asked.every((one, index) => one === asked[index]) ?? false;
    const { answer } = last && isSame ? last : (last = { asked, answer: ask(...asked) });
    return answer;
  };
}

let isJudged = false;

/** Whether this process has judged files, and so called the code that most runs call. */
export function hasJudged(): boolean {
  return isJudged;
}

export function tellOfJudging(): void {
  isJudged = true;
}

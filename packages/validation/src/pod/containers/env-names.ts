import type { Context } from '../../context.js';

const strictPattern = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
/** Printable ASCII without "=". */
const relaxedPattern = /^[ -<>-~]+$/;

/**
 * Why the text cannot name an environment variable, by the rule of the version (IsEnvVarName and IsRelaxedEnvVarName,
 * apimachinery/pkg/util/validation).
 */
export function envNameProblem(name: string, { options }: Context): string | undefined {
  return options.allowRelaxedEnvironmentVariableValidation ? relaxedEnvNameProblem(name) : strictEnvNameProblem(name);
}

export function relaxedEnvNameProblem(name: string): string | undefined {
  return relaxedPattern.test(name) ? undefined : 'it may hold only printable ASCII characters other than "="';
}

export function strictEnvNameProblem(name: string): string | undefined {
  if (!strictPattern.test(name))
    return 'it may hold only letters, digits, "-", "_" and ".", and must not start with a digit';
  return name === '.' || name.startsWith('..') ? 'it must not be "." or start with ".."' : undefined;
}

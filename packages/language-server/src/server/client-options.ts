import type { ClientParameters } from './client-settings.js';

/** Options of `initialize` that are podlint's own. */
interface Options {
  /** Another server of the client reports what every YAML reader finds. */
  readonly yamlServer?: boolean;
  /** See PublisherOptions. */
  readonly pause?: number;
  /** The client has podlint's commands itself, as podlint's extension does. */
  readonly commands?: 'own';
  /** The client wants to be told what was found, though it could ask. */
  readonly diagnostics?: 'push';
}

export function optionsOf({ initializationOptions }: ClientParameters): Options {
  return (initializationOptions ?? {}) as Options;
}

/** Who does what a lens offers: the client, this server in documents that the client shows, or nobody. */
export type CommandsOf = 'client' | 'server' | 'nobody';

export function commandsOf(parameters: ClientParameters): CommandsOf {
  if (optionsOf(parameters).commands === 'own') return 'client';
  return parameters.capabilities.window?.showDocument?.support === true ? 'server' : 'nobody';
}

/** Whether the client asks for what was found (pull diagnostics), so that nothing is sent without being asked for. */
export function isAsked(parameters: ClientParameters): boolean {
  return optionsOf(parameters).diagnostics !== 'push' && parameters.capabilities.textDocument?.diagnostic !== undefined;
}

/** Who asks the user where a rule is to be hidden: the client, this server by a message with buttons, or nobody. */
export function hidingAskedBy(parameters: ClientParameters): CommandsOf {
  if (optionsOf(parameters).commands === 'own') return 'client';
  return parameters.capabilities.workspace?.applyEdit === true ? 'server' : 'nobody';
}

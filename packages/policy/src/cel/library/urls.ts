import { declare, method, overload, type Library } from '../environment.js';
import { boolType, listOf, mapOf, objectType, stringType } from '../types.js';
import { says } from '../values/failures.js';
import { CelMap } from '../values/map.js';
import { Failure, Opaque, type Value } from '../values/value.js';
import { escapedPathOf, hostnameOf, portOf, queryOf, urlText } from './net/url-parts.js';
import { parseRequestUri, parseUrl, type Url } from './net/url.js';
import { typed } from './typed.js';

const urlType = objectType('kubernetes.URL');

class UrlValue extends Opaque {
  override readonly type = urlType;

  constructor(readonly url: Url) {
    super();
  }

  override equals(other: Value): boolean | undefined {
    return other instanceof UrlValue ? urlText(this.url) === urlText(other.url) : undefined;
  }

  override toString(): string {
    return urlText(this.url);
  }
}

function toUrl(text: string): UrlValue | Failure {
  const url = parseUrl(text);
  return 'fault' in url ? new Failure(says.parse({ text, what: 'URL' })) : new UrlValue(url);
}

function query({ url }: UrlValue): CelMap {
  return CelMap.of([...queryOf(url)].map(([key, values]) => [key, values]));
}

const part = (name: string, id: string, of: (url: Url) => string) =>
  declare(
    name,
    method(
      id,
      [urlType],
      stringType,
      typed(({ url }: UrlValue) => of(url)),
    ),
  );

/** apiserver/pkg/cel/library/urls.go */
export const urlsLibrary: Library = {
  functions: [
    declare('url', overload('string_to_url', [stringType], urlType, typed(toUrl))),
    declare(
      'isURL',
      overload(
        'is_url_string',
        [stringType],
        boolType,
        typed((text: string) => !('fault' in parseRequestUri(text))),
      ),
    ),
    part('getScheme', 'url_get_scheme', ({ scheme }) => scheme),
    part('getHost', 'url_get_host', ({ host }) => host),
    part('getHostname', 'url_get_hostname', hostnameOf),
    part('getPort', 'url_get_port', portOf),
    part('getEscapedPath', 'url_get_escaped_path', escapedPathOf),
    declare('getQuery', method('url_get_query', [urlType], mapOf(stringType, listOf(stringType)), typed(query))),
  ],
};

/** How each service says no. */

/** As signatures name them; `monitoring` is CloudWatch. */
export type Service = 'dynamodb' | 'sqs' | 's3' | 'monitoring' | 'cloudfront';

export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function denial(service: Service, message: string): Refusal {
  switch (service) {
    case 'dynamodb':
    case 'monitoring':
      return {
        status: 400,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: JSON.stringify({
          __type: 'com.amazon.coral.service#AccessDeniedException',
          Message: message,
        }),
      };
    case 'sqs':
      return {
        status: 403,
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amzn-query-error': 'AccessDenied;Sender',
        },
        body: JSON.stringify({
          __type: 'com.amazonaws.sqs#AccessDeniedException',
          message,
        }),
      };
    case 'cloudfront':
      return {
        status: 403,
        headers: { 'content-type': 'text/xml' },
        body: `<?xml version="1.0"?>\n<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`,
      };
    case 's3':
      return {
        status: 403,
        headers: { 'content-type': 'application/xml' },
        body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>${escaped(message)}</Message></Error>`,
      };
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The HTTP API: one integration for each Lambda, its routes from the catalogue, staff routes behind the token check. */
import { HttpApi, HttpMethod, PayloadFormatVersion } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Method, Trigger } from '../../functions/catalogue.ts';

export interface ApiProps {
  readonly issuer: string;
  readonly audience: string;
}

const methods: Readonly<Record<Method, HttpMethod>> = {
  GET: HttpMethod.GET,
  POST: HttpMethod.POST,
};

export class Api extends HttpApi {
  readonly #staff: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, { issuer, audience }: ApiProps) {
    super(scope, id, { description: 'Mingcha' });
    this.#staff = new HttpJwtAuthorizer('staff', issuer, {
      jwtAudience: [audience],
      identitySource: ['$request.header.Authorization'],
    });
  }

  serve(name: string, fn: Function, { routes, auth }: Extract<Trigger, { routes: unknown }>): void {
    const integration = new HttpLambdaIntegration(name, fn, {
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      // One permission for the function, not one for each of its routes.
      scopePermissionToRoute: false,
    });
    for (const { method, path } of routes) {
      this.addRoutes({
        path,
        methods: [methods[method]],
        integration,
        ...(auth === 'staff' && { authorizer: this.#staff }),
      });
    }
  }
}

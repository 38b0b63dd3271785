/** The HTTP API: one integration for each Lambda, its routes from the catalogue, staff routes behind the token check. */
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Method, Trigger } from '../../functions/catalogue/lambda.ts';
import { acknowledge } from './acknowledge.ts';
import { functionLog } from './function-log.ts';

export interface ApiProps {
  readonly issuer: string;
  readonly audience: string;
}

const methods: Readonly<Record<Method, HttpMethod>> = {
  GET: HttpMethod.GET,
  POST: HttpMethod.POST,
};

/** For the whole API: a district of two million has nothing like it, and the account's other half stays free. */
const LIMITS = { rateLimit: 500, burstLimit: 1_000 };

/** What was called and how it went; never by whom, from where, or with which path: a path may hold a case number. */
const ACCESS_LOG = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  error: '$context.error.responseType',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
});

export class Api extends HttpApi {
  readonly #staff: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, { issuer, audience }: ApiProps) {
    super(scope, id, { description: 'Mingcha', createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      throttle: LIMITS,
      accessLogSettings: {
        destination: new LogGroupLogDestination(functionLog(this, 'access')),
        format: AccessLogFormat.custom(ACCESS_LOG),
      },
    });
    this.#staff = new HttpJwtAuthorizer('staff', issuer, {
      jwtAudience: [audience],
      identitySource: ['$request.header.Authorization'],
    });
  }

  /** The routes stand in the function's own stack: a stack holds five hundred resources, and the API has many doors. */
  serve(name: string, fn: Function, { routes, auth }: Extract<Trigger, { routes: unknown }>): void {
    const integration = new HttpLambdaIntegration(name, fn, {
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      // One permission for the function, not one for each of its routes.
      scopePermissionToRoute: false,
    });
    for (const { method, path } of routes) {
      const key = HttpRouteKey.with(path, methods[method]);
      const route = new HttpRoute(Stack.of(fn), key.key, {
        httpApi: this,
        routeKey: key,
        integration,
        ...(auth === 'staff' && { authorizer: this.#staff }),
      });
      if (auth !== 'staff') acknowledge(route, { 'AwsSolutions-APIG4': OPEN_TO_ALL });
    }
  }
}

const OPEN_TO_ALL =
  'Reporting, tracking and reading are open to everyone without an account: that is what they are for. What they may reach is bounded by their roles.';

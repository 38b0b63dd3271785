/** The log of one entry of the catalogue: all its Lambdas share it. */
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { isProduction } from '../place.ts';

/** 网络安全法: network logs are kept for at least six months; the nearest setting not below it. */
const RETENTION = RetentionDays.ONE_YEAR;

export const functionLog = (scope: Construct, name: string): LogGroup =>
  new LogGroup(scope, `${name}-log`, {
    retention: RETENTION,
    removalPolicy: isProduction(scope) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });

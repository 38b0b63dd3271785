/** The desk's half of the API: what answers officers and departments' systems alone. */
import type { Construct } from 'constructs';
import { lambdas } from '../functions/catalogue.ts';
import { isForStaff } from '../functions/catalogue/lambda.ts';
import { equip } from './constructs/access.ts';
import { CatalogueFunction } from './constructs/catalogue-function.ts';
import { functionLog } from './constructs/function-log.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import type { ServiceStack } from './service-stack.ts';

export interface DeskStackProps {
  readonly assetRoot: string;
  readonly service: ServiceStack;
}

export class DeskStack extends MingchaStack {
  constructor(scope: Construct, id: string, { assetRoot, service }: DeskStackProps) {
    super(scope, id, 'Mingcha: the desk');
    const holdings = service.holdingsFor(this);
    for (const lambda of lambdas.filter(isForStaff)) {
      const { name, trigger } = lambda;
      const logGroup = functionLog(this, name);
      const fn = new CatalogueFunction(this, name, { lambda, assetRoot, logGroup });
      equip(fn, lambda, holdings);
      service.api.serve(name, fn, trigger);
    }
  }
}

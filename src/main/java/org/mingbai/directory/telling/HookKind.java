package org.mingbai.directory.telling;

/// What stands at an address outside, and so how it is spoken to.
public enum HookKind {
    /// A robot in a group chat of 企业微信: the address is the secret.
    WECOM,
    /// A robot in a group chat of 钉钉: each call is signed with the robot's secret, in the address.
    DINGTALK,
    /// Another program, which checks a signature over time and body.
    JSON
}

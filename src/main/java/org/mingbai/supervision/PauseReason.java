package org.mingbai.supervision;

/// Why a clock may stand still, where its rule allows that reason.
public enum PauseReason {
    /// The time of a hearing is not counted (听证): 信访工作条例 Art. 36(2).
    HEARING,
    /// Testing, inspection, expert opinion (检验、检测、鉴定、评估).
    APPRAISAL,
    /// Others are asked for their opinion (征求第三方意见): 政府信息公开条例 Art. 33.
    THIRD_PARTY,
    /// What is missing has to be brought by those who raised it (补正材料).
    SUPPLEMENT,
    /// 不可抗力.
    FORCE_MAJEURE,
    /// It is parked (挂账): stands from the parking to the taking up again, by itself.
    PARKED
}

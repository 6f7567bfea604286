Profile: TargetKenaikanBeratBadan
Parent: TemuanBerkode
Id: target-kenaikan-berat-badan
Title: "Target kenaikan berat badan"
Description: "Target kenaikan berat badan selama hamil menurut IMT sebelum hamil."
* insert Terbitan
* insert Inggris([["Target of weight gain"]])
* insert Diamati($klinis, OC000011, exam)
* insert JugaBerkode($anc-who, ANC.B8.DE10)
* value[x] from TargetKenaikanBeratBadanVS (required)

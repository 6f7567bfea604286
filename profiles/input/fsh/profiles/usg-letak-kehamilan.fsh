Profile: UsgLetakKehamilan
Parent: TemuanBerkode
Id: usg-letak-kehamilan
Title: "USG: letak kehamilan"
Description: "Letak kehamilan menurut USG, di dalam atau di luar rahim."
* insert Terbitan
* insert Inggris([["Ultrasound: site of pregnancy"]])
* insert Diamati($sct, 271692001, imaging)
* insert JugaBerkode($anc, ANC.SS.DE41)
* value[x] from UsgLetakKehamilanVS (required)

Profile: UsgKantongGestasi
Parent: Pengukuran
Id: usg-kantong-gestasi
Title: "USG: diameter kantong gestasi"
Description: "Diameter kantong gestasi menurut USG, dalam sentimeter."
* insert Terbitan
* insert Inggris([["Ultrasound: gestational sac diameter"]])
* insert Diukur($loinc, 11850-5, imaging, cm)
* insert JugaBerkode($anc, ANC.SS.DE36)
